/**
 * A stand-in for whoever runs models as jobs: Replicate's predictions, RunPod's serverless endpoints, Modal's web endpoints. What
 * a model does says its input.
 */
@NullMarked
package dev.parley.simulator.inference;

import org.jspecify.annotations.NullMarked;
