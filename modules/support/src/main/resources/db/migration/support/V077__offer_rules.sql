ALTER TABLE support_chat_rule ADD shipped INT DEFAULT 0 NOT NULL COMMENT 'number of the wording that a release brought last; 0: the rule is the house''s own';
ALTER TABLE support_chat_rule ADD answered INT DEFAULT 0 NOT NULL COMMENT 'number of the wording that the house took or declined last';
ALTER TABLE support_chat_rule ADD offer VARCHAR(8) ${ascii} DEFAULT 'NONE' NOT NULL COMMENT 'NONE, CHANGED, GONE: what the release did and nobody answered';

CREATE TABLE support_chat_rule_shipped (
  name    VARCHAR(60) ${ascii} NOT NULL,
  number  INT NOT NULL COMMENT 'counts the wordings of a rule from 1',
  content LONGTEXT NOT NULL COMMENT 'the rule as it was shipped',
  came_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (name, number)
);
