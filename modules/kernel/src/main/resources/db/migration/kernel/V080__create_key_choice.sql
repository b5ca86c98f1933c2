CREATE TABLE kernel_key_choice (
  purpose   VARCHAR(20) ${ascii} NOT NULL COMMENT 'what the names of its keys begin with, as in master-1',
  alias     VARCHAR(40) ${ascii} NOT NULL COMMENT 'the key in use',
  chosen_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (purpose)
);

CREATE TABLE kernel_key_holder (
  node    CHAR(36) ${ascii} NOT NULL COMMENT 'one start of a node',
  aliases VARCHAR(2000) ${ascii} NOT NULL COMMENT 'of the keys that it holds, parted by blanks',
  seen_at DATETIME(6) NOT NULL COMMENT 'UTC; a node that runs says so every few seconds',
  PRIMARY KEY (node)
);
