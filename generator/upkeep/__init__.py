"""What the people who keep the data should look after: what is due, and links that have died."""
