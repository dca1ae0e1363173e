// Plain JavaScript without new syntax, so that an old Node can read it and say what to do.
var major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    'Newsease needs Node 24 and this is Node ' +
      process.versions.node +
      '. Run "npm ci" again without "--omit=optional", or install Node 24.',
  )
  process.exit(1)
}
