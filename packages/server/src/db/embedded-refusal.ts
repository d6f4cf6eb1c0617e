/** The embedded database cannot or must not be started; the message is written for the person at the terminal. */
export class EmbeddedRefusal extends Error {
  override readonly name = "EmbeddedRefusal";
}
