package dev.parley.conversation.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How people's data is exported.
 *
 * @param kept how long a file can be fetched
 * @param maxSize of a file
 * @param chunkSize of the rows that it is kept in; what a transfer holds in memory
 */
@ConfigurationProperties("parley.conversation.export")
record ExportSettings(Duration kept, DataSize maxSize, DataSize chunkSize) {}
