/** To come. */
export function ChainPage() {
  return <main />;
}
