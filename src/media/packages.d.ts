declare module 'say' {
  const say: {
    export(
      text: string,
      voice: string | undefined,
      speed: number,
      file: string,
      callback: (error?: unknown) => void,
    ): void
  }
  export default say
}
