// An assembly file lets Go declare functions without a body.
