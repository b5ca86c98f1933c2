CREATE TABLE support_chat_rule (
  name     VARCHAR(60) ${ascii} NOT NULL COMMENT 'its key, never changed',
  position INT NOT NULL COMMENT 'of those that fit a sentence the first one answers',
  content  LONGTEXT NOT NULL COMMENT 'the rule as it is written; what editors work on',
  number   INT NOT NULL COMMENT 'counts what was saved of it',
  saved_at DATETIME(6) NOT NULL COMMENT 'UTC',
  saved_by VARCHAR(64) NOT NULL COMMENT 'operator, or system',
  version  BIGINT NOT NULL,
  PRIMARY KEY (name)
);

CREATE TABLE support_chat_rules (
  number       INT NOT NULL COMMENT 'of the version; the newest one answers',
  content      LONGTEXT NOT NULL COMMENT 'all rules as they were written',
  rules        INT NOT NULL,
  note         VARCHAR(200) NOT NULL,
  again        INT NOT NULL COMMENT 'the earlier version that it repeats; 0: none',
  published_at DATETIME(6) NOT NULL COMMENT 'UTC',
  published_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (number)
);

CREATE TABLE support_chat_revision (
  id        INT NOT NULL,
  counted   BIGINT NOT NULL COMMENT 'grows with each change of the working copy',
  live      INT NOT NULL COMMENT 'number of the newest version; nodes look at it',
  loaded_at DATETIME(6) NULL COMMENT 'UTC; when the shipped rules came in, once for ever',
  version   BIGINT NOT NULL,
  PRIMARY KEY (id)
);
INSERT INTO support_chat_revision VALUES (1, 0, 0, NULL, 1);

CREATE TABLE support_chat_usage (
  name       VARCHAR(60) ${ascii} NOT NULL COMMENT 'key of the rule',
  used_on    DATE NOT NULL COMMENT 'in Japan',
  answered   BIGINT NOT NULL,
  person     BIGINT NOT NULL COMMENT 'then a person was asked for',
  none_of    BIGINT NOT NULL COMMENT 'then: none of the choices',
  unhelpful  BIGINT NOT NULL COMMENT 'then: this does not help',
  PRIMARY KEY (name, used_on)
);
CREATE INDEX support_chat_usage_day ON support_chat_usage (used_on, name);
