export const WORKSPACE_ROLES = ["owner", "admin", "member", "guest"] as const;
export type WorkspaceRole = (typeof WORKSPACE_ROLES)[number];

export const PROJECT_ROLES = ["lead", "member"] as const;
export type ProjectRole = (typeof PROJECT_ROLES)[number];

/** Who is asking: a person of a workspace, seen through one session. */
export interface Actor {
  workspaceId: string;
  personId: string;
  userId: string;
  sessionId: string;
  name: string;
  role: WorkspaceRole;
  zone: string;
}

/** What `can` needs to know about the thing that an action touches. */
export interface PolicyObject {
  /** The project that holds the thing, with this actor's part in it; absent for workspace things. */
  project?: { id: string; role: ProjectRole | null; seesMoney: boolean };
  /** A guest acts only on cards that carry them. */
  onCard?: boolean;
  /** Who wrote the thing (comments, files). */
  authorId?: string;
  /** The person that the action is about (members). */
  personId?: string;
}
