/** One recorded happening, as it travels to the pages of those who may know it. */
export interface LiveMessage {
  verb: string;
  subject: { kind: string; id: string };
  projectId: string | null;
  actorId: string | null;
  at: string;
  data?: Record<string, unknown>;
}
