package dev.parley.agent.job;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Why a job has no result.
 *
 * @param code a stable machine name
 * @param detail for people
 */
@Schema(name = "JobError")
public record JobError(
        @Schema(example = "encrypted_document") String code, String detail) {}
