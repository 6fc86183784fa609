-- xunjian.db as version 0.2.0 wrote it: the tables, word for word, and the rows of a night in the middle.
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
CREATE TABLE "runs" ("id" text primary key, "plan" text not null, "units" text not null, "started_at" text not null, "finished_at" text, "mode" text default 'full' not null, "reading" text default '' not null, "night" integer default 0 not null, "requests" integer default 0 not null, "bytes" integer default 0 not null, "cpu_ms" integer default 0 not null, "browser_cpu_ms" integer default 0 not null, "wall_ms" integer default 0 not null);
CREATE TABLE "captures" ("id" integer primary key autoincrement, "run_id" text not null references "runs" ("id"), "url" text not null, "final_url" text not null, "view" text not null, "page" integer not null, "captured_at" text not null, "tag" text not null, "status" integer, "detail" text not null, "content_type" text not null, "sha256" text not null, "record" text not null, "payload_record" text default '' not null);
CREATE INDEX "captures_of_url" on "captures" ("url", "view", "id");
CREATE UNIQUE INDEX captures_once on captures (run_id, url, view, page) where view <> 'subrequest';
CREATE TABLE "evidence_files" ("file" text primary key, "length" integer not null);
CREATE TABLE "tasks" ("id" integer primary key autoincrement, "run_id" text not null references "runs" ("id") on delete cascade, "kind" text not null, "url" text not null, "host" text not null, "unit" text not null, "column_url" text not null, "state" text not null, "tries" integer default 0 not null, "not_before" integer default 0 not null, constraint "tasks_once" unique ("run_id", "url", "kind"));
CREATE INDEX tasks_next on tasks (run_id, host, tries, id) where state = 'todo';
CREATE INDEX tasks_list_pages on tasks (run_id, column_url) where kind = 'list-page';
CREATE TABLE "pages" ("url" text primary key, "kind" text not null, "unit" text not null, "column_url" text not null, "bucket" integer not null, "first_run" text not null, "title" text default '' not null, "published" text default '' not null, "state" text default 'live' not null, "absences" integer default 0 not null, "moved_to" text default '' not null, "readable" integer default 0 not null, "final_url" text default '' not null, "content_type" text default '' not null, "status" integer default 0 not null, "captured_at" text default '' not null, "sha256" text default '' not null, "record" text default '' not null, "etag" text default '' not null, "last_modified" text default '' not null, "list_pages" text default '[]' not null, "rendered" integer default 0 not null);
CREATE INDEX "pages_of_column" on "pages" ("column_url", "kind");
CREATE TABLE "listings" ("list_url" text not null, "view" text not null, "url" text not null, "run_id" text not null, constraint "listings_once" primary key ("list_url", "view", "url"));
CREATE INDEX "listings_of_url" on "listings" ("url");
CREATE TABLE "page_events" ("id" integer primary key autoincrement, "run_id" text not null, "url" text not null, "unit" text not null, "at" text not null, "kind" text not null, "detail" text not null, "record" text not null);
CREATE INDEX "page_events_of_url" on "page_events" ("url", "id");
CREATE INDEX "page_events_of_run" on "page_events" ("run_id", "kind");
INSERT INTO kysely_migration VALUES ('0001-runs-tasks-captures', '2023-07-01T00:00:00.000Z'), ('0002-nights', '2023-07-01T00:00:00.000Z');
INSERT INTO kysely_migration_lock VALUES ('migration_lock', 0);
INSERT INTO runs (id, plan, units, started_at, finished_at, mode, reading, night, requests) VALUES
  ('r1', 'plan', '["u1"]', '2023-08-08T14:00:00.000Z', '2023-08-08T15:00:00.000Z', 'full', 'r', 0, 40),
  ('r2', 'plan', '["u1"]', '2023-08-09T14:00:00.000Z', NULL, 'changed', 'r', 1, 7);
INSERT INTO tasks (run_id, kind, url, host, unit, column_url, state, tries, not_before) VALUES
  ('r2', 'column', 'http://a.example/list/', 'a.example', 'u1', 'http://a.example/list/', 'done', 1, 0),
  ('r2', 'document', 'http://a.example/list/doc_1.html', 'a.example', 'u1', 'http://a.example/list/', 'todo', 1, 1691589600000);
INSERT INTO captures (run_id, url, final_url, view, page, captured_at, tag, status, detail, content_type, sha256, record, payload_record) VALUES
  ('r1', 'http://a.example/list/doc_1.html', 'http://a.example/list/doc_1.html', 'http', 1, '2023-08-08T14:00:02.000Z', 'responded', 200, 'ok', 'text/html', 'ab', 'evidence/a.warc.gz#10', 'evidence/a.warc.gz#10'),
  ('r1', 'http://a.example/list/doc_2.html', 'http://a.example/list/doc_2.html', 'http', 1, '2023-08-08T14:00:03.000Z', 'responded', 200, 'ok', 'text/html', 'cd', 'evidence/a.warc.gz#20', 'evidence/a.warc.gz#20'),
  ('r2', 'http://a.example/list/doc_2.html', 'http://a.example/list/doc_2.html', 'http', 1, '2023-08-09T14:00:03.000Z', 'responded', 404, 'not-found', 'text/html', 'ef', 'evidence/b.warc.gz#10', 'evidence/b.warc.gz#10');
INSERT INTO evidence_files VALUES ('evidence/a.warc.gz', 30), ('evidence/b.warc.gz', 20);
INSERT INTO pages (url, kind, unit, column_url, bucket, first_run, title, published, state, absences, moved_to, readable, final_url, content_type, status, captured_at, sha256, record, etag, list_pages) VALUES
  ('http://a.example/list/', 'column', 'u1', 'http://a.example/list/', 7, 'r1', '', '', 'live', 0, '', 1, 'http://a.example/list/', 'text/html', 200, '2023-08-08T14:00:01.000Z', '01', 'evidence/a.warc.gz#1', '', '["http://a.example/list/2.html"]'),
  ('http://a.example/list/doc_1.html', 'document', 'u1', 'http://a.example/list/', 8, 'r1', '关于防汛值守的通知', '2023-07-01', 'live', 0, '', 1, 'http://a.example/list/doc_1.html', 'text/html', 200, '2023-08-08T14:00:02.000Z', 'ab', 'evidence/a.warc.gz#10', '"1"', '[]'),
  ('http://a.example/list/doc_2.html', 'document', 'u1', 'http://a.example/list/', 9, 'r1', '关于秋季招生的通知', '2023-07-02', 'missing', 1, '', 0, 'http://a.example/list/doc_2.html', 'text/html', 200, '2023-08-08T14:00:03.000Z', 'cd', 'evidence/a.warc.gz#20', '', '[]'),
  ('http://a.example/list/doc_3.html', 'document', 'u1', 'http://a.example/list/', 10, 'r1', '关于道路施工的公告', '2023-07-03', 'moved', 0, 'http://a.example/list/doc_1.html', 0, '', '', 0, '', '', '', '', '[]');
INSERT INTO listings VALUES
  ('http://a.example/list/', 'http', 'http://a.example/list/doc_1.html', 'r1'),
  ('http://a.example/list/', 'http', 'http://a.example/list/doc_2.html', 'r1');
INSERT INTO page_events (run_id, url, unit, at, kind, detail, record) VALUES
  ('r2', 'http://a.example/list/doc_2.html', 'u1', '2023-08-09T14:00:03.000Z', 'missing', '关于秋季招生的通知', 'evidence/b.warc.gz#10');
