CREATE INDEX exchange_transmission_receipt ON exchange_transmission (receipt_number);
