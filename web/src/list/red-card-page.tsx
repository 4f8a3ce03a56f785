/** To come. */
export function RedCardPage() {
  return <main />;
}
