/**
 * Steps from an empty database to today's, in order. A step that has been released is never changed; a new one is added.
 * Texts are kept as JSON: documents with their tokens are read and written whole.
 */
export const migrations: readonly string[] = [
  `
  create table articles (
    id text primary key, identity text not null unique, date text not null, slug text not null, version integer not null,
    body_hash text not null, arrival text not null, topic text, sample integer not null default 0, received text not null, updated text not null,
    state text not null, problem text, prepared_version integer not null default 0,
    unique (date, slug)
  ) strict;
  create index articles_by_date on articles (date desc, received desc);
  create table versions (article text not null references articles on delete cascade, version integer not null, arrival text not null, at text not null, primary key (article, version)) strict;
  create table addresses (date text not null, slug text not null, article text not null references articles on delete cascade, primary key (date, slug)) strict;
  create table originals (article text primary key references articles on delete cascade, version integer not null, document text not null, scores text not null) strict;
  create table editions (
    article text not null references articles on delete cascade, level integer not null, version integer not null, content text not null,
    text_hash text not null, state text not null, checked_by text, checked_at text, made text not null, primary key (article, level)
  ) strict;
  create table words (term text not null, article text not null references articles on delete cascade, meaning text not null, primary key (term, article)) strict;
  create table narrations (spoken text primary key, article text references articles on delete cascade, content text not null) strict;
  create table wraps (date text primary key, content text not null, made text not null) strict;
  create table codes (code text primary key, article text not null, level integer not null, text_hash text not null, unique (article, level, text_hash)) strict;
  create table corrections (id integer primary key autoincrement, at text not null, article text not null references articles on delete cascade, headline text not null, path text not null, what text not null) strict;
  create table refusals (id integer primary key autoincrement, at text not null, origin text not null, kind text not null, reason text not null, cause text) strict;
  create table log (id integer primary key autoincrement, at text not null, who text not null, what text not null, article text) strict;
  create virtual table search using fts5(article unindexed, headline, easy, original, tokenize = 'porter unicode61 remove_diacritics 2');
  create table jobs (
    id integer primary key autoincrement, key text not null, task text not null, state text not null, priority integer not null default 0,
    run_at integer not null, attempts integer not null default 0, worker text, lease_until integer, share real not null default 0, message text, problem text, added integer not null
  ) strict;
  create unique index jobs_open on jobs (key) where state in ('waiting', 'running');
  create index jobs_next on jobs (state, priority desc, run_at, id);
  create table settings (name text primary key, value text not null) strict;
  `,
  // Whose meaning a word has: the editions know it of the words that are there already.
  `
  alter table words add column origin text not null default 'own';
  update words set origin = 'fallback' where (term, article, meaning) in (
    select word.value ->> 'term', editions.article, word.value ->> 'meaning'
    from editions, json_each(editions.content, '$.study.words') as word where word.value ->> 'origin' = 'fallback'
  );
  `,
]
