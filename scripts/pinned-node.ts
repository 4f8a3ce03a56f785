/**
 * Imported first by every script that runs after the hand-over: npm leaves no pinned
 * Node when told to ignore install scripts, and then runs an older one without a word.
 */
import assert from "node:assert/strict";

const major = Number(process.versions.node.split(".")[0]);
assert(major >= 24, `this script is written for Node 24; it was started on ${process.versions.node}`);
