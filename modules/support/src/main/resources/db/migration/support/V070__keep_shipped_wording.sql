ALTER TABLE support_text_head ADD published INT DEFAULT 0 NOT NULL COMMENT 'number of the version that was published last, also after the end; 0: none';
ALTER TABLE support_text_head ADD shipped INT DEFAULT 0 NOT NULL COMMENT 'number of the wording that a release brought last; 0: the text is the house''s own';
ALTER TABLE support_text_head ADD answered INT DEFAULT 0 NOT NULL COMMENT 'number of the wording that the house took or declined last';
ALTER TABLE support_text_head ADD offer VARCHAR(8) ${ascii} DEFAULT 'NONE' NOT NULL COMMENT 'NONE, CHANGED, GONE: what the release did and nobody answered';
CREATE INDEX support_text_head_offer ON support_text_head (offer);

CREATE TABLE support_text_shipped (
  kind         VARCHAR(8) ${ascii} NOT NULL,
  name         VARCHAR(60) NOT NULL,
  number       INT NOT NULL COMMENT 'counts the wordings of a text from 1',
  topic        VARCHAR(60) NOT NULL,
  title        VARCHAR(200) NOT NULL,
  keywords     VARCHAR(500) NOT NULL,
  summary      VARCHAR(300) NOT NULL,
  body         LONGTEXT NOT NULL COMMENT 'Markdown with placeholders',
  published_on DATE NULL,
  came_at      DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (kind, name, number)
);

CREATE TABLE support_text_release (
  digest  CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of all texts that a release ships',
  came_at DATETIME(6) NOT NULL COMMENT 'UTC; when a node of it was the first to look',
  PRIMARY KEY (digest)
);

INSERT INTO support_text_shipped (kind, name, number, topic, title, keywords, summary, body, published_on, came_at)
SELECT kind, name, 1, topic, title, keywords, summary, body, published_on, saved_at
FROM support_text_version WHERE number = 1 AND saved_by = 'system';

UPDATE support_text_head SET published = live;

UPDATE support_text_head SET shipped = 1, answered = 1
WHERE EXISTS (SELECT 1 FROM support_text_shipped s WHERE s.kind = support_text_head.kind AND s.name = support_text_head.name);
