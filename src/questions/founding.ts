/** The case everything began with: what is asked of whom. The server, the page, its build and the races all ask this. */

export interface FoundingQuestion {
  readonly person: string;
  /** It began with this and nothing else. */
  readonly held: readonly string[];
  /** When the phone was taken, as a moment of the week; the 4th of September 2020 was a Friday. */
  readonly at: string;
}

export const foundingQuestion: FoundingQuestion = {
  person: "chengdu-2020",
  held: ["possess(device.phone)"],
  at: "fri 19:30",
};

/** The same night told from different points of it; all begin when the phone is taken. */
export const foundingPeople: readonly string[] = [foundingQuestion.person, "chengdu-2020-before"];
