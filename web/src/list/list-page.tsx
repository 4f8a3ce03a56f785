/** To come. */
export function ListPage() {
  return <main />;
}
