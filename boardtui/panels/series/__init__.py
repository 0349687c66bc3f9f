"""A figure over months or years, as plain text: a row for each, with bars on one scale."""
