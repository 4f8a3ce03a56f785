/** Hands the reader a file the page has made; where it goes is the browser's and the reader's business. */
export function saveFile(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by the next turn; without this it is held as long as the page.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
