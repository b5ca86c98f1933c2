CREATE TABLE support_unmet (
  id         CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of source and folded words: likes fall together',
  source     VARCHAR(8) ${ascii} NOT NULL COMMENT 'SEARCH, VOTE, CHAT, INQUIRY',
  words      VARCHAR(300) NOT NULL COMMENT 'what was asked for, masked',
  about      VARCHAR(80) NOT NULL COMMENT 'VOTE: the text; else empty',
  counted    BIGINT NOT NULL,
  state      VARCHAR(8) ${ascii} NOT NULL COMMENT 'OPEN, or how editors ended it',
  first_at   DATETIME(6) NOT NULL COMMENT 'UTC',
  last_at    DATETIME(6) NOT NULL COMMENT 'UTC',
  version    BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX support_unmet_open ON support_unmet (state, counted, id);
CREATE INDEX support_unmet_last ON support_unmet (last_at);

CREATE TABLE support_vote (
  id       CHAR(36) ${ascii} NOT NULL,
  kind     VARCHAR(8) ${ascii} NOT NULL,
  name     VARCHAR(60) NOT NULL,
  helpful  BOOLEAN NOT NULL,
  reason   VARCHAR(20) ${ascii} NOT NULL COMMENT 'empty where it helped or none was told',
  words    VARCHAR(300) NOT NULL COMMENT 'masked',
  voted_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id)
);
CREATE INDEX support_vote_text ON support_vote (kind, name, voted_at);
