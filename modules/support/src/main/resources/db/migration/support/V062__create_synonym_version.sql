CREATE TABLE support_synonym_version (
  number   INT NOT NULL COMMENT 'counts from 1, which is what was shipped; the highest one holds',
  content  LONGTEXT NOT NULL COMMENT 'a group a line, words parted by |, spellings of a word by =',
  saved_at DATETIME(6) NOT NULL COMMENT 'UTC',
  saved_by VARCHAR(64) NOT NULL COMMENT 'operator, or system',
  PRIMARY KEY (number)
);
