/** The folder of the browser's private file system in which its store lies, and whether it is there. */

export const keptFolder = ".chainbreak";

/** Whether anything was ever kept in this browser; loads nothing to find out. */
export async function isKeptInBrowser(): Promise<boolean> {
  if (!canKeepInBrowser()) return false;
  try {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(keptFolder);
    return true;
  } catch {
    return false; // Not there, or this browser has no such file system for us: in a private window some have none.
  }
}

/** Files, locks and workers; a browser gives the first two to pages over HTTPS and on this machine only. */
export function canKeepInBrowser(): boolean {
  return (
    globalThis.isSecureContext &&
    "storage" in navigator &&
    typeof navigator.storage.getDirectory === "function" &&
    "locks" in navigator &&
    typeof Worker === "function"
  );
}
