/** A scene takes the arguments after its name and returns the exit code. */
export type Scene = (words: readonly string[]) => Promise<number>;
