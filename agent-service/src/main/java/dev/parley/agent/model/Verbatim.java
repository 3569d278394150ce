package dev.parley.agent.model;

/**
 * An answer in its provider's own words, where it holds more than text and requests, such as what the model thought before:
 * to be said again just so for as long as the turn goes on.
 *
 * @param model who has said it and alone takes it back, by its provider's name
 * @param content JSON
 */
public record Verbatim(String model, String content) {}
