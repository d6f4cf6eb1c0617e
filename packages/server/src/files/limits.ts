/** Told to people in the list of files and in every refusal. */
export const FILE_BYTES = 100 * 1_048_576;
export const NAME_LENGTH = 200;
