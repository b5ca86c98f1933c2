ALTER TABLE support_text ADD show_from DATE NULL COMMENT 'not shown before; NULL: at once';
ALTER TABLE support_text ADD show_until DATE NULL COMMENT 'the last day it is shown; NULL: no end';
ALTER TABLE support_text ADD related VARCHAR(500) DEFAULT '' NOT NULL COMMENT 'KIND/name of what is to be read beside it, a line each';

CREATE TABLE support_text_head (
  kind       VARCHAR(8) ${ascii} NOT NULL,
  name       VARCHAR(60) NOT NULL,
  title      VARCHAR(200) NOT NULL COMMENT 'of the newest version, for lists',
  owner      VARCHAR(60) NOT NULL COMMENT 'of the newest version',
  review_on  DATE NULL COMMENT 'of the newest version: when somebody looks whether it still holds',
  state      VARCHAR(10) ${ascii} NOT NULL COMMENT 'DRAFT, REVIEW, PUBLISHED, ARCHIVED',
  newest     INT NOT NULL COMMENT 'number of the newest version',
  live       INT NOT NULL COMMENT 'number of the version that readers see; 0: none',
  saved_at   DATETIME(6) NOT NULL COMMENT 'UTC; of the newest version',
  saved_by   VARCHAR(64) NOT NULL COMMENT 'operator of the newest version, or system',
  version    BIGINT NOT NULL,
  PRIMARY KEY (kind, name)
);
CREATE INDEX support_text_head_review ON support_text_head (review_on);

CREATE TABLE support_text_version (
  kind         VARCHAR(8) ${ascii} NOT NULL,
  name         VARCHAR(60) NOT NULL,
  number       INT NOT NULL COMMENT 'counts from 1 within a text',
  topic        VARCHAR(60) NOT NULL,
  title        VARCHAR(200) NOT NULL,
  keywords     VARCHAR(500) NOT NULL,
  summary      VARCHAR(300) NOT NULL,
  body         LONGTEXT NOT NULL COMMENT 'Markdown with placeholders',
  published_on DATE NULL,
  show_from    DATE NULL,
  show_until   DATE NULL,
  owner        VARCHAR(60) NOT NULL,
  review_on    DATE NULL,
  related      VARCHAR(500) NOT NULL,
  saved_at     DATETIME(6) NOT NULL COMMENT 'UTC',
  saved_by     VARCHAR(64) NOT NULL,
  PRIMARY KEY (kind, name, number)
);

INSERT INTO support_text_version (kind, name, number, topic, title, keywords, summary, body, published_on, owner, related, saved_at, saved_by)
SELECT t.kind, t.name, 1, t.topic, t.title, t.keywords, t.summary, t.body, t.published_on, '', '', r.loaded_at, 'system'
FROM support_text t, support_revision r WHERE r.loaded_at IS NOT NULL;

INSERT INTO support_text_head (kind, name, title, owner, state, newest, live, saved_at, saved_by, version)
SELECT v.kind, v.name, v.title, '', 'PUBLISHED', 1, 1, v.saved_at, v.saved_by, 1 FROM support_text_version v;
