/** Rotates the key of a folder, and is killed at a step of it. */
import { rotateFolder } from "../../src/watch/index.ts";

const [folder, step] = process.argv.slice(2);
if (folder === undefined) throw new Error("name a folder");
rotateFolder(folder, (reached) => {
  if (reached === step) process.kill(process.pid, "SIGKILL");
});
