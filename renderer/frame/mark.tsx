/** The mark: a small page of plan lines. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="2.5" fill="var(--accent)" />
      <path d="M4 6h6M4 10h9M4 14h4M12.5 6H16M15 10h1M10.5 14H16" stroke="var(--on-accent)" strokeWidth="2" />
    </svg>
  );
}
