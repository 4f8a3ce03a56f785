/** One file opened after another: what does not open closes those before it. */
export function openedOrElse<Value>(open: () => Value, close: () => void): Value {
  try {
    return open();
  } catch (cause) {
    close();
    throw cause;
  }
}
