ALTER TABLE support_text ADD files VARCHAR(3000) DEFAULT '' NOT NULL COMMENT 'what is attached, a line each: id, edition, media type, bytes, title';
ALTER TABLE support_text_version ADD files VARCHAR(3000) DEFAULT '' NOT NULL COMMENT 'as in support_text';

CREATE TABLE support_text_file (
  id      CHAR(16) ${ascii} NOT NULL COMMENT 'its address; stays when the file is replaced',
  edition INT NOT NULL COMMENT 'counts what was laid there from 1',
  kind    VARCHAR(8) ${ascii} NOT NULL COMMENT 'of the text that it hangs on',
  name    VARCHAR(60) NOT NULL,
  media   VARCHAR(20) ${ascii} NOT NULL COMMENT 'as its bytes say',
  bytes   INT NOT NULL,
  digest  CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256',
  trouble VARCHAR(8) ${ascii} NOT NULL COMMENT 'why a PDF cannot be searched, or not to its end; NONE',
  words   LONGTEXT NOT NULL COMMENT 'of a PDF, for the search',
  laid_at DATETIME(6) NOT NULL COMMENT 'UTC',
  laid_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (id, edition)
);
CREATE INDEX support_text_file_text ON support_text_file (kind, name);

CREATE TABLE support_text_file_piece (
  id       CHAR(16) ${ascii} NOT NULL,
  edition  INT NOT NULL,
  position INT NOT NULL,
  content  LONGBLOB NOT NULL COMMENT 'so small that a reader holds little memory',
  PRIMARY KEY (id, edition, position)
);
