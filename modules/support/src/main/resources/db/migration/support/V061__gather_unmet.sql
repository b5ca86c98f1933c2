ALTER TABLE support_unmet ADD gathered CHAR(64) ${ascii} DEFAULT '' NOT NULL COMMENT 'the group of likes';
ALTER TABLE support_unmet ADD answer VARCHAR(80) DEFAULT '' NOT NULL COMMENT 'the text that answers it, KIND/name; empty: none';
ALTER TABLE support_unmet ADD reason VARCHAR(300) DEFAULT '' NOT NULL COMMENT 'why it was ignored';
ALTER TABLE support_unmet ADD ended_by VARCHAR(64) DEFAULT '' NOT NULL COMMENT 'operator';
ALTER TABLE support_unmet ADD ended_at DATETIME(6) NULL COMMENT 'UTC; NULL as long as it is open';
UPDATE support_unmet SET gathered = id;
CREATE INDEX support_unmet_gathered ON support_unmet (gathered, counted, id);

CREATE TABLE support_unmet_group (
  id         CHAR(64) ${ascii} NOT NULL COMMENT 'of its first question',
  words      VARCHAR(300) NOT NULL COMMENT 'of its first question',
  about      VARCHAR(80) NOT NULL COMMENT 'votes: the text; else empty',
  terms      INT NOT NULL COMMENT 'how many words of support_unmet_word it has',
  state      VARCHAR(8) ${ascii} NOT NULL COMMENT 'OPEN as long as one question is, then ENDED',
  open_ones  INT NOT NULL COMMENT 'questions that nobody ended',
  counted    BIGINT NOT NULL COMMENT 'how often it came up',
  by_search  BIGINT NOT NULL,
  by_vote    BIGINT NOT NULL,
  by_chat    BIGINT NOT NULL,
  by_inquiry BIGINT NOT NULL,
  first_at   DATETIME(6) NOT NULL COMMENT 'UTC',
  last_at    DATETIME(6) NOT NULL COMMENT 'UTC',
  version    BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX support_unmet_group_list ON support_unmet_group (state, counted, id);
CREATE INDEX support_unmet_group_last ON support_unmet_group (last_at);

CREATE TABLE support_unmet_word (
  term       CHAR(16) ${ascii} NOT NULL COMMENT 'the start of the SHA-256 of a word',
  group_id   CHAR(64) ${ascii} NOT NULL,
  PRIMARY KEY (term, group_id)
);
CREATE INDEX support_unmet_word_group ON support_unmet_word (group_id);

INSERT INTO support_unmet_group (id, words, about, terms, state, open_ones, counted, by_search, by_vote, by_chat, by_inquiry, first_at, last_at, version)
SELECT id, words, about, 0, 'OPEN', 1, counted,
  CASE WHEN source = 'SEARCH' THEN counted ELSE 0 END, CASE WHEN source = 'VOTE' THEN counted ELSE 0 END,
  CASE WHEN source = 'CHAT' THEN counted ELSE 0 END, CASE WHEN source = 'INQUIRY' THEN counted ELSE 0 END,
  first_at, last_at, 1
FROM support_unmet;

CREATE TABLE support_test_sentence (
  id        CHAR(64) ${ascii} NOT NULL COMMENT 'of the question it was',
  sentence  VARCHAR(300) NOT NULL COMMENT 'masked',
  expected  VARCHAR(80) NOT NULL COMMENT 'KIND/name of the text it must find, or RULE',
  gathered  CHAR(64) ${ascii} NOT NULL COMMENT 'the group of questions it comes from',
  made_at   DATETIME(6) NOT NULL COMMENT 'UTC',
  made_by   VARCHAR(64) NOT NULL COMMENT 'operator',
  PRIMARY KEY (id)
);
CREATE INDEX support_test_sentence_made ON support_test_sentence (made_at, id);
