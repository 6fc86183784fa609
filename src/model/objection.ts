/** A file that somebody handed in; its bytes lie in the data folder under their hash. */
export interface UploadedFile {
  /** As it was called, made safe. */
  readonly name: string;
  /** Lower-case hex SHA-256. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
}

/** What a unit says against a finding, and what the inspectors answered. Instants are ISO, UTC. */
export interface Objection {
  readonly id: number;
  readonly period: string;
  readonly finding: string;
  readonly unit: string;
  readonly text: string;
  readonly file: UploadedFile | null;
  readonly byName: string;
  readonly at: string;
  readonly answer: ObjectionAnswer | null;
}

export interface ObjectionAnswer {
  /** Whether the unit is right. What becomes of the finding is a decision of its own. */
  readonly upheld: boolean;
  readonly text: string;
  readonly byName: string;
  readonly at: string;
}
