/// Who works here: accounts, agencies, tokens, one-time links.
@NullMarked
package uk.candour.server.accounts;

import org.jspecify.annotations.NullMarked;
