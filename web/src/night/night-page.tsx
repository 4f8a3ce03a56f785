/** To come. */
export function NightPage() {
  return <main />;
}
