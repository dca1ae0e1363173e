/**
 * The inner loops of the parser over one stretch of memory. Addresses are bytes. Both kinds give the same bits:
 * sums of whole numbers are exact in any order, and floats are added in one fixed order.
 */
export interface Kernel {
  /** The memory as floats. */
  readonly floats: Float32Array
  /** The same memory as 16-bit whole numbers. */
  readonly wholes: Int16Array
  /** C[M,N] += A[M,K] * B[K,N]; B stands in panels of 16 columns, N is a multiple of 16, `lda` and `ldc` count floats. */
  readonly multiply: (
    m: number,
    n: number,
    k: number,
    a: number,
    lda: number,
    b: number,
    c: number,
    ldc: number,
  ) => void
  /** C[M,N] += A[M,K] * B[K,N] * scale of the column, A and B 16-bit; K is a multiple of 4, `lda` counts 16-bit values. */
  readonly multiplyWhole: (
    m: number,
    n: number,
    k: number,
    a: number,
    lda: number,
    b: number,
    scales: number,
    c: number,
    ldc: number,
  ) => void
  /**
   * One direction of an LSTM of width `hidden` over `n` words. `z` holds the input part of its four gates as floats;
   * the answers at `out` are 16-bit, in units of 1/32767, and `ldo` counts 16-bit values.
   */
  readonly recur: (
    n: number,
    hidden: number,
    z: number,
    u: number,
    scales: number,
    state: number,
    out: number,
    ldo: number,
    backwards: number,
  ) => void
}

interface KernelExports {
  readonly memory: WebAssembly.Memory
  readonly multiply: Kernel['multiply']
  readonly multiplyWhole: Kernel['multiplyWhole']
  readonly recur: Kernel['recur']
}

/** Largest 16-bit answer of an LSTM cell: stands for 1. */
export const wholeUnit = 32_767

/** The kernel as WebAssembly SIMD with `bytes` of memory; undefined where the machine has no SIMD. */
export function createWasmKernel(code: Uint8Array<ArrayBuffer>, bytes: number): Kernel | undefined {
  if (!WebAssembly.validate(code)) return undefined
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { abort: () => undefined } })
  // The module is our own (source: kernel.wat.assemblyscript) and exports exactly these.
  const { memory, multiply, multiplyWhole, recur } = instance.exports as unknown as KernelExports
  const pages = Math.ceil(bytes / 65_536) - memory.buffer.byteLength / 65_536
  if (pages > 0) memory.grow(pages)
  return {
    floats: new Float32Array(memory.buffer),
    wholes: new Int16Array(memory.buffer),
    multiply,
    multiplyWhole,
    recur,
  }
}

/** The same in plain JavaScript, about six times slower. */
export function createPlainKernel(bytes: number): Kernel {
  const memory = new ArrayBuffer(Math.ceil(bytes / 65_536) * 65_536)
  const floats = new Float32Array(memory)
  const wholes = new Int16Array(memory)
  const multiplyWhole: Kernel['multiplyWhole'] = (m, n, k, a, lda, b, scales, c, ldc) => {
    for (let panel = 0; panel < n; panel += 16) {
      for (let row = 0; row < m; row += 1) {
        const left = a / 2 + row * lda
        for (let column = 0; column < 16; column += 4) {
          addWhole(
            floats,
            wholes,
            k,
            left,
            b / 2 + panel * k + column * 2,
            scales / 4 + panel + column,
            c / 4 + row * ldc + panel + column,
          )
        }
      }
    }
  }
  return {
    floats,
    wholes,
    multiply: (m, n, k, a, lda, b, c, ldc) => {
      for (let panel = 0; panel < n; panel += 16) {
        for (let row = 0; row < m; row += 1) {
          const left = a / 4 + row * lda
          for (let column = 0; column < 16; column += 1) {
            addFloat(floats, k, left, b / 4 + panel * k + column, c / 4 + row * ldc + panel + column)
          }
        }
      }
    },
    multiplyWhole,
    recur: (n, hidden, z, u, scales, state, out, ldo, backwards) => {
      floats.fill(0, state / 4, state / 4 + hidden)
      let before = 0
      for (let step = 0; step < n; step += 1) {
        const t = backwards ? n - 1 - step : step
        const gates = z + t * 4 * hidden * 4
        if (step > 0) multiplyWhole(1, 4 * hidden, hidden, before, hidden, u, scales, gates, 4 * hidden)
        const h = out + t * ldo * 2
        for (let j = 0; j < hidden; j += 1) wholes[h / 2 + j] = cell(floats, gates / 4 + j, hidden, state / 4 + j)
        before = h
      }
    },
  }
}

const round = Math.fround

/** One column: floats[c] += the sum of k products, one after the other. */
function addFloat(f: Float32Array, k: number, a: number, b: number, c: number): void {
  let sum = f[c] ?? 0
  for (let i = 0; i < k; i += 1) sum = round(sum + round((f[a + i] ?? 0) * (f[b + i * 16] ?? 0)))
  f[c] = sum
}

/** Four columns: floats[c…] += scale * the whole sum of k products. */
function addWhole(f: Float32Array, w: Int16Array, k: number, a: number, b: number, scale: number, c: number): void {
  let x0 = 0
  let x1 = 0
  let x2 = 0
  let x3 = 0
  let weight = b
  for (let i = 0; i < k; i += 2, weight += 32) {
    const u = w[a + i] ?? 0
    const v = w[a + i + 1] ?? 0
    x0 = (x0 + u * (w[weight] ?? 0) + v * (w[weight + 1] ?? 0)) | 0
    x1 = (x1 + u * (w[weight + 2] ?? 0) + v * (w[weight + 3] ?? 0)) | 0
    x2 = (x2 + u * (w[weight + 4] ?? 0) + v * (w[weight + 5] ?? 0)) | 0
    x3 = (x3 + u * (w[weight + 6] ?? 0) + v * (w[weight + 7] ?? 0)) | 0
  }
  f[c] = round((f[c] ?? 0) + round(round(x0) * (f[scale] ?? 0)))
  f[c + 1] = round((f[c + 1] ?? 0) + round(round(x1) * (f[scale + 1] ?? 0)))
  f[c + 2] = round((f[c + 2] ?? 0) + round(round(x2) * (f[scale + 2] ?? 0)))
  f[c + 3] = round((f[c + 3] ?? 0) + round(round(x3) * (f[scale + 3] ?? 0)))
}

const bits = new DataView(new ArrayBuffer(4))

/** Nearest whole number, a half to the even one, as WebAssembly's `nearest`. */
function nearest(y: number): number {
  const floor = Math.floor(y)
  if (y - floor === 0.5) return floor % 2 === 0 ? floor : floor + 1
  return Math.round(y)
}

/** e^x for x from -30 to 30 (cut off beyond), to about six digits: 2^n times a polynomial, the same on every machine. */
export function exponential(input: number): number {
  const x = Math.max(Math.min(round(input), 30), -30)
  const y = round(x * round(Math.LOG2E))
  const n = nearest(y)
  const f = round(y - n)
  let p = round(0.0013333558)
  p = round(round(p * f) + round(0.0096181291))
  p = round(round(p * f) + round(0.0555041087))
  p = round(round(p * f) + round(0.240226507))
  p = round(round(p * f) + round(Math.LN2))
  p = round(round(p * f) + 1)
  bits.setFloat32(0, p)
  bits.setInt32(0, bits.getInt32(0) + (n << 23))
  return bits.getFloat32(0)
}

function sigmoid(x: number): number {
  return round(1 / round(1 + exponential(-x)))
}

function hyperbolicTangent(x: number): number {
  return round(round(2 / round(1 + exponential(round(x * -2)))) - 1)
}

/** One output of an LSTM cell in units of 1/32767; moves its state on. */
function cell(f: Float32Array, z: number, hidden: number, state: number): number {
  const input = sigmoid(f[z] ?? 0)
  const forget = sigmoid(f[z + hidden] ?? 0)
  const output = sigmoid(f[z + 2 * hidden] ?? 0)
  const value = hyperbolicTangent(f[z + 3 * hidden] ?? 0)
  const c = round(round(forget * (f[state] ?? 0)) + round(input * value))
  f[state] = c
  return nearest(round(round(output * hyperbolicTangent(c)) * wholeUnit))
}
