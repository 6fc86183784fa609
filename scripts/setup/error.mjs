/** A step could not be done. Message and remedy are for people; `output` is what the child process said. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   * @param {string} [output]
   */
  constructor(message, remedy, output = '') {
    super(message);
    this.name = 'SetupError';
    this.remedy = remedy;
    this.output = output;
  }
}
