declare module 'text-readability' {
  const readability: object
  export default readability
}
