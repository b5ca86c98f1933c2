-- さそい: what went out, to keep the mails of a day within bounds. No address is kept.
CREATE TABLE exchange_invitation (
  id         CHAR(36) ${ascii} NOT NULL,
  office     CHAR(10) ${ascii} NOT NULL COMMENT 'who invites',
  partner    CHAR(10) ${ascii} NOT NULL,
  way        VARCHAR(8) ${ascii} NOT NULL COMMENT 'MAIL or PAPER',
  invited_by VARCHAR(64) NOT NULL,
  invited_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id)
);
CREATE INDEX exchange_invitation_office ON exchange_invitation (office, way, invited_at);
