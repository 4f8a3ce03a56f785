/** What the process says to whoever started it; docs/reference/cli.md tells the same. */
export const exitCodes = {
  done: 0,
  /** Complaints about what was given, or stories that fail. */
  complaints: 1,
  /** The command line itself cannot be understood. */
  usage: 2,
  ourFault: 3,
  /** What a build was to be stopped for was found: a broken rule, or a loss that a change opens. */
  found: 4,
} as const;
