/** To come. */
export function KeepingPage() {
  return <main />;
}
