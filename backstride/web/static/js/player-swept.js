/** Today's session has arrived: the copy kept on this phone is no longer needed. */
try {
  Object.keys(localStorage)
    .filter((key) => key.startsWith("backstride.session."))
    .forEach((key) => localStorage.removeItem(key));
} catch {
  // Storage is forbidden, so nothing was kept.
}
