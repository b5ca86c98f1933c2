-- Who exchanged with whom, and when last: found without reading the transmissions themselves.
CREATE INDEX exchange_transmission_out_pair ON exchange_transmission (sender, recipient, sent_at);
CREATE INDEX exchange_transmission_in_pair ON exchange_transmission (recipient, sender, sent_at);
