/** What is written out from the contracts: schemas, golden JSON and the AsyncAPI document, checked against the files. */
@NullMarked
package dev.parley.contracts;

import org.jspecify.annotations.NullMarked;
