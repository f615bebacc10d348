// Before the first paint, so that a dark page never flashes white. Kept apart from the bundle: it must not wait for it.
try {
  const theme = JSON.parse(localStorage.getItem("assay.theme") ?? "null");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme it is.
}
