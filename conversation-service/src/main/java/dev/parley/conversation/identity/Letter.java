package dev.parley.conversation.identity;

/** A mail that is to be written: to whom, and with which token. */
record Letter(String to, EmailPurpose purpose, String token) {
    @Override
    public String toString() {
        return "Letter " + purpose;
    }
}
