package dev.parley.contracts.event;

/** Record headers of a CloudEvent 1.0 in Kafka's binary mode, with the extensions that let a reader skip the body. */
public final class CloudEventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";

    /** Which turn a record of {@code chat.turn-stream} belongs to. */
    public static final String TURN = "ce_turn";
    /** Which run of the work item wrote the record; a lower one than seen is a zombie's. */
    public static final String ATTEMPT = "ce_attempt";
    /** The place of a record among those of its turn and attempt, from 0. Only a beginning and an end may skip some. */
    public static final String SEQ = "ce_seq";

    /** W3C Trace Context. */
    public static final String TRACEPARENT = "traceparent";

    public static final String TRACESTATE = "tracestate";

    private CloudEventHeaders() {}
}
