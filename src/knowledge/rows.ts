/** The rows of a tab-separated text; empty lines and lines that begin with # are passed over. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  return linesOf(text).map(cellsOf)
}

/**
 * The rows of a large tab-separated text, each a `Line` that is parted when a cell is first asked for: most are never met in an
 * article.
 */
export function lazyRowsOf<Row extends LazyRow>(text: string, Line: new (line: string) => Row): readonly Row[] {
  return linesOf(text).map((line) => new Line(line))
}

/** A row that keeps its line until a cell beyond the first is needed. */
export class LazyRow {
  readonly #line: string
  #cells: readonly string[] | undefined

  /** @param line The text of the row, without its end of line. */
  constructor(line: string) {
    this.#line = line
  }

  /** The first cell: what rows are looked up by. */
  get key(): string {
    const end = this.#line.indexOf('\t')
    return (end < 0 ? this.#line : this.#line.slice(0, end)).trim()
  }

  /** The cell at a place, from 0; empty where the row is shorter. */
  cell(at: number): string {
    this.#cells ??= cellsOf(this.#line)
    return this.#cells[at] ?? ''
  }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => !line.startsWith('#') && line.trim() !== '')
}

function cellsOf(line: string): readonly string[] {
  return line.split('\t').map((cell) => cell.trim())
}
