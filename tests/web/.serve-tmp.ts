import { buildApp } from '/work/main/src/web/app.ts'
import { fixtureParts } from '/work/main/tests/web/fixture.ts'
import { hostileStory, stories } from '/work/main/tests/web/stories.ts'

const parts = await fixtureParts([...stories, hostileStory], {
  production: false,
  apiToken: 'secret',
  report: (e, p) => console.error(p, e),
})
buildApp(parts).listen(3999, () => console.log('up'))
