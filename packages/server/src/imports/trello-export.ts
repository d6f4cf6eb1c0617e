import { z } from "zod";

const id = () => z.string().regex(/^[0-9A-Za-z-]{1,64}$/, "This is not an id of Trello.");
const words = () => z.string().max(100_000);
const at = () => z.iso.datetime({ offset: true });
const position = () => z.number().catch(0);
const list = <T extends z.ZodType>(item: T, max: number) =>
  z
    .array(item)
    .max(max)
    .nullish()
    .transform((all) => all ?? []);

const List = z.object({
  id: id(),
  name: words(),
  closed: z.boolean().default(false),
  pos: position(),
  softLimit: z.number().nullish(),
});

const Label = z.object({ id: id(), name: words().nullish(), color: z.string().max(40).nullish() });

const CheckItem = z.object({
  id: id(),
  name: words(),
  state: z.string().max(40),
  pos: position(),
  due: at().nullish(),
  idMember: id().nullish(),
});

const Checklist = z.object({
  id: id(),
  idCard: id(),
  name: words(),
  pos: position(),
  checkItems: list(CheckItem, 10_000),
});

const Attachment = z.object({
  id: id(),
  name: words().nullish(),
  url: words().nullish(),
  isUpload: z.boolean().nullish(),
});

const FieldItem = z.object({
  idCustomField: id(),
  idValue: id().nullish(),
  value: z
    .object({
      text: words(),
      number: z.string().max(100),
      date: z.string().max(100),
      checked: z.string().max(10),
    })
    .partial()
    .nullish(),
});

const Field = z.object({
  id: id(),
  name: words(),
  type: z.string().max(40),
  pos: position(),
  options: list(z.object({ id: id(), value: z.object({ text: words().nullish() }).nullish() }), 1_000),
});

const Card = z.object({
  id: id(),
  idList: id(),
  idShort: z.int().positive().max(1_000_000_000).nullish(),
  name: words(),
  desc: words().nullish(),
  closed: z.boolean().default(false),
  pos: position(),
  due: at().nullish(),
  start: at().nullish(),
  dueComplete: z.boolean().nullish(),
  dueReminder: z.unknown().optional(),
  dateLastActivity: at().nullish(),
  idMembers: list(id(), 1_000),
  idLabels: list(id(), 1_000),
  idMembersVoted: list(id(), 100_000),
  attachments: list(Attachment, 10_000),
  customFieldItems: list(FieldItem, 1_000),
  checklists: list(Checklist.omit({ idCard: true }), 1_000),
  stickers: list(z.unknown(), 1_000),
  pluginData: list(z.unknown(), 10_000),
  isTemplate: z.boolean().nullish(),
  cardRole: z.string().nullish(),
  locationName: z.string().nullish(),
  address: z.string().nullish(),
  coordinates: z.unknown().optional(),
  cover: z
    .object({
      color: z.string().nullish(),
      idAttachment: z.string().nullish(),
      idUploadedBackground: z.string().nullish(),
    })
    .nullish(),
  badges: z
    .object({
      votes: z.number().nullish(),
      attachments: z.number().nullish(),
      comments: z.number().nullish(),
    })
    .nullish(),
});

const Member = z.object({
  id: id(),
  fullName: words().nullish(),
  username: words().nullish(),
  email: z.string().max(320).nullish(),
});

const Action = z.object({
  id: id(),
  type: z.string().max(100),
  date: at(),
  data: z.object({ text: words().nullish(), card: z.object({ id: id() }).nullish() }).nullish(),
  memberCreator: z.object({ fullName: words().nullish(), username: words().nullish() }).nullish(),
});

/** A board as Trello exports it: only what is used is looked at, and that strictly; everything else is passed over. */
export const TrelloExport = z.object({
  id: id(),
  name: words(),
  desc: words().nullish(),
  lists: z.array(List).max(1_000),
  cards: z.array(Card).max(50_000),
  labels: list(Label, 2_000),
  members: list(Member, 5_000),
  checklists: list(Checklist, 200_000),
  customFields: list(Field, 500),
  actions: list(Action, 100_000),
  pluginData: list(z.unknown(), 10_000),
});

export type TrelloExportData = z.infer<typeof TrelloExport>;
export type TrelloCard = TrelloExportData["cards"][number];
export type TrelloChecklist = TrelloCard["checklists"][number];
