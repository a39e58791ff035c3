"""The tables and views of a session file, as SQL that any SQLite tool can run."""

import re

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE picture (file TEXT PRIMARY KEY, sha256 TEXT NOT NULL, png BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE epoch (
    epoch TEXT PRIMARY KEY, first_seq INTEGER NOT NULL, wall_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    wall_ms INTEGER NOT NULL,
    world_s INTEGER NOT NULL,
    phase INTEGER NOT NULL,
    cell INTEGER NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    author TEXT NOT NULL,
    voice TEXT NOT NULL,
    room TEXT NOT NULL,
    audience TEXT NOT NULL,
    body TEXT NOT NULL,
    request TEXT NOT NULL,
    digest TEXT NOT NULL,
    erased TEXT NOT NULL,
    hash BLOB NOT NULL
);
"""

VIEWS = """
CREATE VIEW message AS
SELECT seq, world_s, cell, event.room AS room, voice, author, place, json_extract(body, '$.text') AS text,
       json_extract(body, '$.reply_to') AS reply_to, gone
FROM event
-- As a number, so that SQLite finds each line's end by an index of its own making.
LEFT JOIN (SELECT CAST(json_extract(body, '$.message') AS INTEGER) AS line, room AS its_room,
                  kind AS gone, min(seq)
             FROM event WHERE kind IN ('message.taken_back', 'message.hidden') GROUP BY line, its_room)
       ON line = seq AND its_room = room
WHERE kind = 'message.posted';

CREATE VIEW post AS
SELECT seq, world_s, cell, voice AS page, author, json_extract(body, '$.text') AS text,
       json_extract(body, '$.cards') AS cards,
       coalesce(json_extract(body, '$.visible_to'), 'all') AS visible_to,
       json_extract(body, '$.of') AS passed_on, gone
FROM event
LEFT JOIN (SELECT CAST(json_extract(body, '$.post') AS INTEGER) AS thing, room AS its_room,
                  kind AS gone, min(seq)
             FROM event WHERE kind IN ('post.removed', 'post.hidden') GROUP BY thing, its_room)
       ON thing = seq AND its_room = room
WHERE kind = 'post.published';

CREATE VIEW comment AS
SELECT seq, world_s, cell, room AS page, voice, author, json_extract(body, '$.thing') AS thing,
       json_extract(body, '$.text') AS text, gone
FROM event
LEFT JOIN (SELECT CAST(json_extract(body, '$.comment') AS INTEGER) AS word, room AS its_room,
                  kind AS gone, min(seq)
             FROM event WHERE kind = 'comment.hidden' GROUP BY word, its_room)
       ON word = seq AND its_room = room
WHERE kind = 'comment.written';

CREATE VIEW approval AS
SELECT seq, world_s, cell, room AS page, voice, author, json_extract(body, '$.thing') AS thing,
       coalesce(json_extract(body, '$.strangers'), 0) AS strangers
FROM event WHERE kind = 'thing.liked';

CREATE VIEW page_version AS
SELECT seq, world_s, cell, voice AS page, author, json_extract(body, '$.nickname') AS nickname,
       json_extract(body, '$.signature') AS signature, json_extract(body, '$.face') AS face,
       json_extract(body, '$.skin') AS skin, json_extract(body, '$.music') AS music,
       -- The parts whose words the teacher removed later.
       group_concat(DISTINCT part) AS gone
FROM event
LEFT JOIN (
    SELECT removal.seq AS hidden_at, removal.room AS its_room, json_extract(removal.body, '$.part') AS part,
           -- What was last said of the part up to a version that the removal names.
           (SELECT json_extract(edit.body, '$.' || json_extract(removal.body, '$.part'))
              FROM event AS edit
             WHERE edit.kind = 'page.edited' AND edit.room = removal.room AND edit.seq <= named.value
               AND (edit.erased <> ''
                    OR json_extract(edit.body, '$.' || json_extract(removal.body, '$.part')) IS NOT NULL)
             ORDER BY edit.seq DESC LIMIT 1) AS words
      FROM event AS removal
      JOIN json_each(removal.body, '$.versions') AS named
     WHERE removal.kind = 'face.hidden')
       ON its_room = room AND hidden_at > seq AND json_extract(body, '$.' || part) IS NOT NULL
          AND words <> '' AND words = json_extract(body, '$.' || part)
WHERE kind = 'page.edited' GROUP BY seq;

CREATE VIEW album AS
SELECT seq, world_s, cell, voice AS page, author, json_extract(body, '$.album') AS album,
       json_extract(body, '$.name') AS name, json_extract(body, '$.cards') AS cards,
       coalesce(json_extract(body, '$.visible_to'), 'all') AS visible_to, gone
FROM event
-- Where the teacher removed the name later.
LEFT JOIN (SELECT room AS its_room, json_extract(body, '$.album') AS its_album, kind AS gone,
                  max(seq) AS hidden_at
             FROM event WHERE kind = 'album_name.hidden' GROUP BY its_room, its_album)
       ON its_room = room AND its_album = json_extract(body, '$.album') AND hidden_at > seq
WHERE kind = 'album.arranged';

CREATE VIEW visit AS
SELECT seq, world_s, cell, room AS page, voice AS visitor, author
FROM event WHERE kind = 'page.visited';

CREATE VIEW stay AS
WITH own AS (
    SELECT seq, cell, kind, world_s, json_extract(body, '$.persona') AS persona
    FROM event WHERE kind IN ('place.changed', 'persona.taken', 'persona.left')
), turn AS (
    SELECT seq, cell, kind, world_s, persona FROM own
    UNION ALL
    SELECT seq, persons.cell, kind, world_s, persona
    FROM event, (SELECT DISTINCT cell, persona FROM own) persons
    WHERE kind IN ('phase.began', 'debrief.began', 'session.ended')
), step AS (
    SELECT seq, cell, kind, persona, world_s AS from_s, lead(world_s) OVER so_far AS to_s,
           max(CASE kind WHEN 'place.changed' THEN seq END) OVER so_far AS moved,
           max(CASE WHEN kind IN ('persona.taken', 'persona.left') THEN seq END) OVER so_far AS handed,
           max(kind IN ('debrief.began', 'session.ended')) OVER so_far AS over
    FROM turn WINDOW so_far AS (PARTITION BY persona ORDER BY seq)
)
-- Of all steps those that begin a stay: the persona has a place, and somebody plays it, till play is over.
SELECT step.seq, step.cell, persona, json_extract(move.body, '$.place') AS place, from_s, to_s
FROM step JOIN event move ON move.seq = moved JOIN event hand ON hand.seq = handed
WHERE step.kind IN ('place.changed', 'persona.taken') AND hand.kind = 'persona.taken' AND NOT over;

CREATE VIEW place_time AS
SELECT cell, persona, place, sum(coalesce(to_s, from_s) - from_s) AS seconds
FROM stay GROUP BY cell, persona, place;
"""

NAMES: tuple[str, ...] = tuple(re.findall(r"^CREATE (?:TABLE|VIEW) (\w+)", TABLES + VIEWS, re.MULTILINE))
"""Names of all tables and views."""
