/** To come. */
export function PeoplePage() {
  return <main />;
}
