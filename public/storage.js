/** Small things kept on the reader's device; a device that forbids it just forgets. */
export function recall(name) {
  try {
    return localStorage.getItem(`newsease:${name}`) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a value; undefined forgets it. */
export function keep(name, value) {
  try {
    if (value === undefined) localStorage.removeItem(`newsease:${name}`)
    else localStorage.setItem(`newsease:${name}`, String(value))
  } catch {
    // Nothing is lost but the memory of it.
  }
}
